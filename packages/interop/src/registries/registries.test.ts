import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pinnedTools, toolPath } from '../tools/pins.ts';
import {
  installed,
  notRunnable,
  type InstalledTool,
} from '../tools/toolbox.ts';
import { proveRegistry } from './proveRegistry.ts';
import { REGISTRIES } from './registries.ts';

/** What is there; nothing is built for a test. */
const tools = new Map(
  pinnedTools('core').map((tool): [string, InstalledTool] => {
    const path = toolPath(tool);
    return existsSync(path)
      ? [tool.name, { ...tool, path, from: 'cache' }]
      : [tool.name, { ...tool, reason: 'not built here' }];
  }),
);

for (const kind of REGISTRIES) {
  const skip = notRunnable(tools, 'oras') ?? kind.notRunnable(tools) ?? false;
  const api = kind.referrers ? 'with' : 'without';
  test(
    `${kind.name} takes what oras pushes, ${api} the referrers API`,
    { skip },
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'chart-provenance-registry-'));
      try {
        const registry = await kind.start(tools, folder);
        try {
          assert.equal(registry.name, kind.name);
          assert.match(registry.host, /^127\.0\.0\.1:\d+$/);
          await proveRegistry(installed(tools, 'oras'), registry, folder);
        } finally {
          await registry.stop();
        }
        await assert.rejects(fetch(`http://${registry.host}/v2/`));
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
}

test(
  'one that says it has no referrers API and has it is caught',
  {
    skip: notRunnable(tools, 'oras', 'ggcr-registry') ?? false,
  },
  async () => {
    const kind = REGISTRIES.find(({ name }) => name === 'go-containerregistry');
    assert.ok(kind);
    const folder = mkdtempSync(join(tmpdir(), 'chart-provenance-registry-'));
    const registry = await kind.start(tools, folder);
    try {
      await assert.rejects(
        proveRegistry(
          installed(tools, 'oras'),
          { ...registry, referrers: false },
          folder,
        ),
        /answers 200 to the referrers API, which it should not have/,
      );
    } finally {
      await registry.stop();
      rmSync(folder, { recursive: true });
    }
  },
);
