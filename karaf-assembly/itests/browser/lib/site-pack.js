// A pack of one field, as a deployer drops it into etc/packs.
const fs = require('node:fs');
const path = require('node:path');

const CODE = 'demohouse';
const LABEL = { en: 'Needs a waiting room of its own', sv: 'Behöver ett eget väntrum' };

class SitePack {
  constructor(data) {
    this.folder = path.join(data, 'etc/packs', CODE);
  }

  /** Puts the pack in; the field's type stands in line 4 of fields/case.yaml. */
  put(type = 'yes_no_unknown') {
    this.write('i18n/en.properties', `field.demohouse.waiting_room=${LABEL.en}\npack.demohouse=Barnahus Example\n`);
    this.write('i18n/sv.properties', `field.demohouse.waiting_room=${LABEL.sv}\npack.demohouse=Barnahus Exempel\n`);
    this.field(type);
    this.write('pack.yaml', `code: ${CODE}
version: 0.1.0
kind: site
country: SE
extends: [core, se]
languages: [en, sv]
status: draft
contact: Barnahus Example
legal_basis: Local agreement, section 3
`);
  }

  field(type) {
    this.write('fields/case.yaml', `fields:
  - id: demohouse.waiting_room
    on: [case]
    type: ${type}
    group: intake
    order: 900
    required: no
    sensitivity: plain
`);
  }

  write(name, text) {
    const file = path.join(this.folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }

  remove() {
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}

module.exports = { SitePack, LABEL };
