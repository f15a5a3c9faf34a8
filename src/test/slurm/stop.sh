#!/usr/bin/env bash
# Ends the Slurm that start.sh DIR started, by its pid files.
dir=$1
export SLURM_CONF="$dir/slurm.conf"
[ -f "$dir/slurmctld.pid" ] && scancel --user=root >/dev/null 2>&1
for pid in "$dir/slurmd.pid" "$dir/slurmctld.pid" "$dir/munge/munged.pid"; do
    [ -s "$pid" ] || continue
    number=$(cat "$pid")
    kill "$number" 2>/dev/null
    # They write their state when told to end; whoever deletes the folder next must not meet that.
    for _ in $(seq 100); do kill -0 "$number" 2>/dev/null || break; sleep 0.1; done
done
exit 0
