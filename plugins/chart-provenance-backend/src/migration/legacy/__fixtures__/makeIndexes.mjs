// Makes the indexes beside this file again, with real Helm:
//   HELM=/path/to/helm HELM3=/path/to/helm3 yarn make-indexes
// `helm repo index` writes the present time and Helm packs it into archives, so every run gives other digests and times: the tests
// compare neither with anything but the file itself.
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const CHARTS = [
  'apiVersion: v2\nname: payments\nversion: 1.0.0\ndescription: Takes money\nannotations:\n  artifacthub.io/changes: |\n    - kind: added\n      description: "entries: everything"\n',
  'apiVersion: v2\nname: payments\nversion: 1.1.0+build.7\nappVersion: "1.10"\nmaintainers:\n- name: Dana\n',
  'apiVersion: v1\nname: ledger\nversion: 0.1.0-rc.1\ndeprecated: true\nkeywords: [money, "books: kept"]\n',
];

for (const [variable, file] of [
  ['HELM', 'helm-4.yaml'],
  ['HELM3', 'helm-3.yaml'],
]) {
  const helm = process.env[variable];
  if (!helm) {
    throw new Error(`Set ${variable} to the path of the program`);
  }
  const folder = mkdtempSync(join(tmpdir(), 'indexes-'));
  try {
    CHARTS.forEach((text, at) => {
      const name = /name: (\w+)/.exec(text)[1];
      const chart = join(folder, String(at), name);
      mkdirSync(chart, { recursive: true });
      writeFileSync(join(chart, 'Chart.yaml'), text);
      execFileSync(helm, [
        'package',
        chart,
        '-d',
        join(folder, 'packed', 'charts'),
      ]);
    });
    const url =
      variable === 'HELM3' ? ['--url', 'https://cdn.acme.dev/charts/'] : [];
    execFileSync(helm, ['repo', 'index', join(folder, 'packed'), ...url]);
    writeFileSync(
      join(here, file),
      readFileSync(join(folder, 'packed', 'index.yaml')),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
