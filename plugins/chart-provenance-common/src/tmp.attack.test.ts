import { makeSnippet } from './snippets/makeSnippet';
import { snippetInput, consumer } from './snippets/consume/testing/inputs';
import * as images from './images';
it('time', () => {
  const texts: Record<string,string> = {
    flow: `a: [${'a, '.repeat(28000)}]\n`,
    lines: 'a: 1\n'.repeat(14000),
    quotes: `a: "${"\\'".repeat(20000)}"\n`,
    seq: '- a\n'.repeat(14000),
    comments: '#\n'.repeat(14000),
    docs: '---\na: 1\n'.repeat(480),
    anchors: 'a: &a 1\n'.repeat(9000),
    aliases: 'a: &a 1\nx: [' + '*a,'.repeat(14000) + ']\n',
    block: 'a: |\n' + ' x\n'.repeat(25000),
    long: `a: ${'x '.repeat(120000)}\n`,
    sp: `kind: Application\nrepoURL:${' '.repeat(200000)}x\n`,
    tabs: `${'\t'.repeat(200000)}\n`,
    dashes: `${' \t-'.repeat(9000)}\nsources`,
  };
  const head = 'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: payments}\nspec:\n  source: {}\n---\n';
  for (const [k, t] of Object.entries(texts)) {
    for (const id of ['argocd-oci','flux-oci-repository','why-not-latest']) {
    const input = snippetInput({ consumers: [1,2].map(() => consumer(id.startsWith('flux') ? 'OCIRepository' : 'Application', head + t)) });
    const at = performance.now(); let n = ''; try { n = makeSnippet(id, input).notes.at(-1) ?? ''; } catch (e) { n = String(e); }
    const ms = performance.now() - at; if (ms > 100) process.stdout.write(`${k} ${id} ${Math.round(ms)} ms ${n.slice(0, 90)}\n`);
    }
  }
  for (const t of ['redis','INDEX.DOCKER.IO/x','docker.io/redis','index.docker.io/redis','localhost/app','localhost:5000/app:1','Acme/App','GHCR.IO/acme/app','ghcr.io/acme/../evil','ghcr.io//acme/app','ghcr.io/acme/app:1@sha256:'+'a'.repeat(64),'ghcr.io/acme/app@sha256:'+'A'.repeat(64),'ghcr.io:443/acme/app','ghcr.io/acme/app:','acme/app@ghcr.io','a@b@c','[::1]:5000/x','ghcr.io/acme/app\u202e','redis@sha256:'+'a'.repeat(64)+':x', 'ghcr.io.:5000/acme/app'])
    process.stdout.write(`${t} => ${JSON.stringify(Object.entries(images).filter(([n]) => /parse|readImage/i.test(n)).map(([n, f]) => { try { return [n, (f as (x: string) => unknown)(t)] } catch (e) { return [n, String(e)] } }))}\n`);
});
