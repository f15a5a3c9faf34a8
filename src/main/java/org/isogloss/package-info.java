/** The front door: {@link org.isogloss.Main} opens the window or runs a command. */
package org.isogloss;
