import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { run } from './process/run.ts';
import { downloadModule } from './tools/moduleFolder.ts';
import { ownFolder, pinnedTools } from './tools/pins.ts';
import {
  wrapperModule,
  wrapperSource,
  type Wrapped,
} from './tools/wrapperModule.ts';

/** What is wrapped, by the folder of our module. */
const MODULES: Record<string, string> = {
  'go/etcd': 'go.etcd.io/etcd/server/v3',
  'go/kubernetes': 'k8s.io/kubernetes',
};

/** After a new pin in `tools.json`: writes `go.mod`, `go.sum` and the Go file of every wrapper module. */
async function main(): Promise<void> {
  for (const [folder, module] of Object.entries(MODULES)) {
    const tools = pinnedTools('full').flatMap(tool =>
      'folder' in tool && tool.folder === folder ? [tool] : [],
    );
    const [{ version }] = tools;
    if (tools.some(tool => tool.version !== version)) {
      throw new Error(`the tools in ${folder} are pinned to several versions`);
    }
    await renew(
      ownFolder(tools[0]),
      { name: basename(folder), module, version },
      [...tools.map(tool => tool.package ?? module)],
    );
    console.log(`${folder} ${version}`);
  }
}

async function renew(
  folder: string,
  wrapped: Wrapped,
  packages: readonly string[],
): Promise<void> {
  const { GoMod } = await downloadModule(wrapped.module, wrapped.version);
  mkdirSync(folder, { recursive: true });
  rmSync(join(folder, 'go.sum'), { force: true });
  writeFileSync(
    join(folder, 'go.mod'),
    wrapperModule(wrapped, readFileSync(GoMod, 'utf8')),
  );
  writeFileSync(join(folder, 'tools.go'), wrapperSource(packages));
  await run('go', ['mod', 'tidy'], { env: process.env, cwd: folder });
}

main().catch(error => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
