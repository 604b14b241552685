import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileInWorkspace } from './fileInWorkspace';

describe('fileInWorkspace', () => {
  let folder: string;
  let workspace: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'workspace-'));
    workspace = join(folder, 'workspace');
    await mkdir(join(workspace, 'docs'), { recursive: true });
    await mkdir(join(workspace, '.git', 'hooks'), { recursive: true });
    await writeFile(join(folder, 'outside'), 'x');
    await symlink(join(folder, 'outside'), join(workspace, 'out.yml'));
    await symlink(join(folder, 'later'), join(workspace, 'dangling.yml'));
    await symlink(folder, join(workspace, 'up'));
    await symlink('.git/hooks', join(workspace, '.github'));
    await symlink('docs', join(workspace, 'inside'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('takes files that are below the workspace, there or not', async () => {
    expect(await fileInWorkspace(workspace, 'docs', 'a/b.yml')).toMatchObject({
      path: 'docs/a/b.yml',
    });
    expect(await fileInWorkspace(workspace, '.', 'x.sh')).toMatchObject({
      path: 'x.sh',
    });
    expect(await fileInWorkspace(workspace, '.gitlab', 'x')).toMatchObject({
      path: '.gitlab/x',
    });
  });

  it.each([
    ['..', 'x'],
    ['docs', '../../x'],
    ['docs', '../x'],
    ['docs', '/etc/passwd'],
    ['/', 'etc/passwd'],
    ['up', 'x'],
    ['.', 'out.yml'],
    ['.', 'dangling.yml'],
    ['.', '.github/pre-commit'],
    ['inside', 'x'],
    ['.git', 'config'],
    ['.', '.GIT/config'],
    ['docs', 'a/.git/config'],
  ])('refuses %s with %s', async (into, path) => {
    await expect(fileInWorkspace(workspace, into, path)).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
  });
});
