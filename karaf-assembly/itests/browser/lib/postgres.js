// A PostgreSQL server of the test's own, with the two roles of a deployer, that can be taken away and brought back.
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const net = require('node:net');
const os = require('node:os');
const path = require('node:path');

const VERSIONS = '/usr/lib/postgresql';

function freePort() {
  return new Promise((done, failed) => {
    const server = net.createServer().on('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

class Postgres {
  static installed() {
    const found = fs.existsSync(VERSIONS) ? fs.readdirSync(VERSIONS).map(v => path.join(VERSIONS, v, 'bin')) : [];
    return found.filter(bin => fs.existsSync(path.join(bin, 'initdb'))).sort().at(-1);
  }

  async start() {
    this.bin = Postgres.installed();
    this.port = await freePort();
    this.root = process.getuid() === 0;
    // the server's user must be able to reach it
    this.data = fs.mkdtempSync(path.join(os.tmpdir(), 'openbarnahus-postgres-'));
    if (this.root) execFileSync('chown', ['postgres', this.data]);
    this.run('initdb', '-D', this.data + '/db', '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C');
    this.up();
    this.sql('create role openbarnahus_owner login');
    this.sql('create role openbarnahus login');
    this.sql('create database openbarnahus owner openbarnahus_owner');
    return this;
  }

  up() {
    const options = `-p ${this.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${this.data}`;
    this.run('pg_ctl', '-D', this.data + '/db', '-w', '-l', this.data + '/log', '-o', options, 'start');
  }

  /** As a superuser, whom no policy binds: to make roles, or to make days pass. */
  sql(statement, database = 'postgres') {
    this.run('psql', '-h', this.data, '-p', String(this.port), '-U', 'postgres', '-d', database, '-v', 'ON_ERROR_STOP=1', '-c', statement);
  }

  stop() {
    this.run('pg_ctl', '-D', this.data + '/db', '-w', '-m', 'immediate', 'stop');
  }

  close() {
    this.stop();
    fs.rmSync(this.data, { recursive: true, force: true });
  }

  /** For the product's environment. */
  settings() {
    const url = `jdbc:postgresql://127.0.0.1:${this.port}/openbarnahus`;
    return { HUB_STORE__URL: url, HUB_STORE__USER: 'openbarnahus', HUB_STORE__OWNER: 'openbarnahus_owner' };
  }

  run(program, ...args) {
    const command = [path.join(this.bin, program), ...args];
    const whole = this.root ? ['runuser', '-u', 'postgres', '--', ...command] : command;
    execFileSync(whole[0], whole.slice(1), { stdio: 'ignore', cwd: '/' });
  }
}

module.exports = { Postgres };
