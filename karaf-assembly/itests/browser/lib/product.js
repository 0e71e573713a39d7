// Starts the distribution in demo mode on a port and a data directory of its own, and ends it again.
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const ROOT = path.resolve(__dirname, '../../../..');
const HUB = process.env.HUB || path.join(ROOT, 'hub'); // the source tree's, or that of an unpacked distribution

/** Waits until the function gives something truthy; ends with its last error or the message. */
async function until(what, seconds, f) {
  const end = Date.now() + seconds * 1000;
  let last;
  while (Date.now() < end) {
    try {
      const value = await f();
      if (value) return value;
      last = undefined;
    } catch (e) {
      last = e;
    }
    await new Promise(done => setTimeout(done, 200));
  }
  throw new Error(`${what}: not within ${seconds} s${last ? ': ' + last.message : ''}`);
}

class Product {
  constructor(port, cases) {
    this.port = port;
    this.cases = cases;
    this.running = process.env.PRODUCT_DATA; // while writing tests: a demo that runs on the port already
    this.data = this.running || fs.mkdtempSync(path.join(os.tmpdir(), 'openbarnahus-'));
    this.base = `https://localhost:${port}`;
  }

  /** Starts in demo mode and waits for its users. */
  async start(options = {}) {
    if (!this.running) this.hub(['run', '--data', this.data, '--port', String(this.port), '--demo', '--demo-cases', String(this.cases), '--background'], options);
    const file = path.join(this.data, 'demo-credentials.json');
    this.credentials = await until('demo users', 90, () => fs.existsSync(file) && JSON.parse(fs.readFileSync(file, 'utf8')));
    return this;
  }

  /** Starts as a newcomer does: no demo, nobody can sign in yet. Gives the one-time code of the first administrator. */
  startEmpty(options = {}) {
    this.hub(['run', '--data', this.data, '--port', String(this.port), '--background'], options);
    return fs.readFileSync(path.join(this.data, 'first-admin-code'), 'utf8').trim();
  }

  /** A product that lives for a minute has no time for the second compiler. */
  hub(args, options = {}) {
    const quick = { HUB_JAVA_OPTS: '-XX:TieredStopAtLevel=1' };
    return execFileSync(HUB, args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], env: { ...quick, ...process.env, ...options.env } });
  }

  user(role, service, agency) {
    const user = this.credentials.users.find(u => u.roles.includes(role) && u.service === service && (!agency || u.agency === agency));
    if (!user) throw new Error(`no demo user ${role} in ${service}`);
    return user;
  }

  stop() {
    if (this.running) return;
    this.hub(['stop', '--data', this.data]);
    fs.rmSync(this.data, { recursive: true, force: true });
  }
}

module.exports = { Product, until, ROOT };
