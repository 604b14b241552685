import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { CiGround } from '../ground/startGround.ts';
import { GithubRelease } from './GithubRelease.ts';

type Parser =
  typeof import('../../../../../cli/src/gate/parseGateArguments.ts');

const require = createRequire(import.meta.url);
const DIGEST = `sha256:${'a'.repeat(64)}`;

/**
 * The call of the gate as it stands in the text is one that the command line takes: `npx`, which would fetch it from npm, is here a
 * program that writes down what it is called with. What the gate then decides is tried elsewhere.
 */
export async function callsTheGate(ground: CiGround): Promise<void> {
  const bin = join(ground.folder, ground.fresh('npx'));
  mkdirSync(bin);
  const written = join(bin, 'arguments');
  writeFileSync(
    join(bin, 'npx'),
    `#!/bin/sh\nprintf '%s\\0' "$@" >'${written}'\n`,
    { mode: 0o755 },
  );
  const release = new GithubRelease(ground, {
    chosen: { environment: 'prod' },
  });
  await release.after(
    'gate',
    { version: '1.8.2', digest: DIGEST, 'archive-sha256': 'a'.repeat(64) },
    { machine: { PATH: `${bin}:${process.env.PATH}` } },
  );
  const [yes, name, command, ...rest] = readFileSync(written, 'utf8')
    .split('\0')
    .slice(0, -1);
  if (`${yes} ${name} ${command}` !== '--yes chart-provenance-cli@0.1.0 gate') {
    throw new Error(`npx is called with ${yes} ${name} ${command}`);
  }
  require('@backstage/cli/config/nodeTransform.cjs');
  const parser: Parser = require('../../../../../cli/src/gate/parseGateArguments.ts');
  const {
    command: verb,
    operands,
    environment,
  } = parser.parseGateArguments(rest);
  const { registry, repository } = release.input.chart;
  const said = JSON.stringify([verb, operands, environment]);
  const expected = JSON.stringify([
    'check',
    [`oci://${registry}/${repository}@${DIGEST}`],
    'prod',
  ]);
  if (said !== expected) {
    throw new Error(`the gate is asked ${said}, not ${expected}`);
  }
}
