#!/bin/sh
# Makes the version that this file lies in the one that runs: the first on this machine, or in place of a former one.
#
#   npm ci && npm run build && npm prune --omit=dev     in this version's own folder, such as /opt/profilverkstad-1.2.0
#   sudo scripts/deploy/install.sh                      stops, backs up, switches, starts, and waits until it is ready
#
# A version that does not get ready is taken back: the former one runs again, on the data as they were. Its folder is
# left as it was all along, until you throw it away.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
link=/opt/profilverkstad
settings=/etc/profilverkstad.env
data=/var/lib/profilverkstad
patience=${PATIENCE:-120}

say() { printf '%s\n' "$*" >&2; }
fail() {
  say "$*"
  exit 1
}

[ "$(id -u)" = 0 ] || fail "Run this as root: sudo $0"
for built in server/cli/main.js web/manifest.json; do
  [ -e "$here/dist/$built" ] || fail "Not built. First, in $here: npm ci && npm run build && npm prune --omit=dev"
done
[ -x /usr/bin/node ] || fail "There is no /usr/bin/node, which the service runs."
case $here in
/home/* | /root/* | /tmp/*) fail "The service cannot read $here. Move the folder to /opt/profilverkstad-VERSION." ;;
esac
[ ! -e "$link" ] || [ -L "$link" ] || fail "$link is a folder, and has to be a link to one: move it first."

former=$(readlink -f "$link" || true)
[ "$former" != "$here" ] || fail "This version is the one that runs already."

point_to() {
  ln -sfn "$1" "$link.next"
  mv -T "$link.next" "$link"
  install -m 0644 "$link/scripts/deploy/profilverkstad.service" /etc/systemd/system/
  install -m 0755 "$link/scripts/deploy/profilverkstad" /usr/local/sbin/
  systemctl daemon-reload
}

setting() { sed -n "s/^$1=[\"']\{0,1\}\([^\"']*\).*/\1/p" "$settings" | tail -n 1; }

is_ready() {
  host=$(setting HOST)
  case $host in '' | 0.0.0.0 | ::) host=127.0.0.1 ;; *:*) host="[$host]" ;; esac
  port=$(setting PORT)
  /usr/bin/node -e '
    const [address, seconds] = process.argv.slice(1)
    const end = Date.now() + seconds * 1000
    const ask = () => fetch(address, { signal: AbortSignal.timeout(3000) }).then(({ ok }) => ok, () => false)
    while (!(await ask())) {
      if (Date.now() > end) process.exit(1)
      await new Promise((resolve) => setTimeout(resolve, 500))
    }' --input-type=module "http://$host:${port:-3000}/readyz" "$patience"
}

getent passwd profilverkstad >/dev/null ||
  useradd --system --user-group --home-dir "$data" --no-create-home --shell /usr/sbin/nologin profilverkstad
if [ ! -e "$settings" ]; then
  install -m 0640 -g profilverkstad "$here/scripts/deploy/profilverkstad.env" "$settings"
  say "Wrote $settings: set BASE_URL there."
fi

if [ -n "$former" ] && [ -e "$former/dist/server/cli/main.js" ]; then
  folder=$(setting BACKUP_DIR)
  folder=${folder:-$data/backups}
  install -d -o profilverkstad -g profilverkstad -m 0700 "$folder"
  # By this name the program knows it as one of its own, and throws it away when it is old.
  backup=$folder/before-upgrade-install-$(date -u +%Y%m%d%H%M%S)000.backup.gz
  say "Stopping, and backing up to $backup"
  systemctl stop profilverkstad
  # Nobody writes between the backup and the new version: what is taken back later loses nothing.
  if ! profilverkstad backup "$backup"; then
    systemctl start profilverkstad
    fail "No backup, no upgrade: the former version runs again."
  fi
else
  former=
fi

point_to "$here"
systemctl enable --quiet profilverkstad
if systemctl restart profilverkstad && is_ready; then
  say "$(basename "$here") runs. Its log: journalctl -u profilverkstad"
  exit 0
fi

[ -n "$former" ] || fail "It does not get ready. What it says: journalctl -u profilverkstad"
say "It does not get ready: going back to $(basename "$former"). What it said: journalctl -u profilverkstad"
systemctl stop profilverkstad
point_to "$former"
profilverkstad restore --replace "$backup"
systemctl restart profilverkstad
is_ready || fail "The former version does not get ready either. The backup is $backup"
fail "$(basename "$former") runs again, on the data as they were."
