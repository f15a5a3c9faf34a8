#!/usr/bin/env bash
# Starts a Slurm of one node in a folder of its own, as root, without systemd and without touching
# the machine's own configuration: start.sh DIR writes DIR/slurm.conf; point SLURM_CONF at it.
# Ends with 0 once the node takes jobs, 77 where Slurm is not installed or cannot run here (the
# reason is on standard output). stop.sh DIR ends it. Used by the tests tagged "slurm".
set -uo pipefail
dir=$1
skip() {
    echo "no Slurm here: $1"
    for log in slurmctld.log slurmd.log munged.log; do
        [ -s "$dir/$log" ] && { echo "--- $log"; tail -n 15 "$dir/$log"; }
    done
    "$(dirname "$0")/stop.sh" "$dir"
    exit 77
}
mkdir -p "$dir/state" "$dir/spool" "$dir/munge"
export PATH="$PATH:/usr/sbin:/sbin"
for program in munged slurmctld slurmd sbatch squeue scancel scontrol; do
    command -v "$program" >/dev/null || skip "$program is missing; apt-get install slurm-wlm munge"
done
[ "$(id -u)" = 0 ] || skip "slurmd starts jobs as root only"

# A key and a socket of our own: /run/munge and the user munge may be missing in a container.
# munged insists on folders that nobody else can write to.
chmod 755 "$dir" "$dir/munge"
dd if=/dev/urandom of="$dir/munge/key" bs=128 count=1 2>/dev/null && chmod 600 "$dir/munge/key"
munged --force --key-file="$dir/munge/key" --socket="$dir/munge/socket" \
    --pid-file="$dir/munge/munged.pid" --log-file="$dir/munged.log" --seed-file="$dir/munge/seed" \
    --num-threads=1 >"$dir/munged.out" 2>&1 || { cat "$dir/munged.out"; skip "munged does not start"; }

# Ports of its own, so that two of these, or one beside a real Slurm, do not meet.
port=$((20000 + $$ % 20000))
host=$(hostname -s 2>/dev/null || hostname)
# A node that has less than its configuration says is drained.
cpus=$(nproc)
memory=$(awk '/MemTotal/ { print int($2 / 1024 * 0.9) }' /proc/meminfo)
cat >"$dir/slurm.conf" <<CONF
ClusterName=isogloss
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$port
SlurmdPort=$((port + 1))
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$dir/munge/socket
CryptoType=crypto/munge
StateSaveLocation=$dir/state
SlurmdSpoolDir=$dir/spool
SlurmctldPidFile=$dir/slurmctld.pid
SlurmdPidFile=$dir/slurmd.pid
SlurmctldLogFile=$dir/slurmctld.log
SlurmdLogFile=$dir/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SchedulerType=sched/backfill
SchedulerParameters=batch_sched_delay=0,sched_interval=2,bf_interval=2,requeue_delay=0
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
MpiDefault=none
ReturnToService=2
KillWait=30
# A requeued job may begin again at once; real sites wait two minutes.
MinJobAge=300
JobRequeue=1
NodeName=$host NodeAddr=127.0.0.1 CPUs=$cpus RealMemory=$memory State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
export SLURM_CONF="$dir/slurm.conf"
slurmctld -i >"$dir/slurmctld.out" 2>&1 || { cat "$dir/slurmctld.out"; skip "slurmctld does not start"; }
slurmd >"$dir/slurmd.out" 2>&1 || { cat "$dir/slurmd.out"; skip "slurmd does not start"; }
for _ in $(seq 60); do
    state=$(sinfo --noheader --format=%T 2>/dev/null)
    case $state in idle|mixed) echo "$dir/slurm.conf"; exit 0 ;; esac
    sleep 0.5
done
skip "the node is '${state:-unreachable}' after 30 s"
