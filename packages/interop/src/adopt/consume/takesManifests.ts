import { KubernetesError } from '../../services/kubernetes/KubernetesClient.ts';
import type { ManifestTaker } from './apiServer.ts';
import { everyInput } from './inputs.ts';
import {
  CHANGED,
  combinations,
  fileOf,
  generators,
  snippetInput,
} from './product.ts';

/** Every manifest of every text, in every combination of its options. @throws with the text that is not taken */
export async function takesEveryText(
  taker: ManifestTaker,
  say: (line: string) => void,
): Promise<void> {
  let texts = 0;
  let objects = 0;
  for (const { title, input } of everyInput()) {
    for (const generator of generators) {
      for (const options of combinations(generator, input)) {
        for (const { text } of generator
          .generate(input, options)
          .files.filter(isManifest)) {
          texts += 1;
          objects += await taker.take(text).catch(error => {
            throw new Error(
              `${generator.id}, ${title}, ${JSON.stringify(options)}: ${
                error.message
              }\n${text}`,
            );
          });
        }
      }
    }
  }
  say(`  ${objects} objects in ${texts} texts`);
}

/** Every consumer's manifest after the change that is offered for it. */
export async function takesEveryChange(taker: ManifestTaker): Promise<void> {
  for (const { title, purpose, after } of CHANGED) {
    if (purpose !== 'chart-dependency') {
      await taker.take(after).catch(error => {
        throw new Error(`${title}: ${error.message}\n${after}`);
      });
    }
  }
}

/** It would be told of a mistake: the check is not a formality. */
export async function refusesMistakes(taker: ManifestTaker): Promise<void> {
  const input = snippetInput();
  const [text] = generators
    .filter(({ id }) => id === 'flux-oci-repository')
    .map(one =>
      fileOf(
        one.generate(input, { verify: 'signer-1', auth: 'none' }),
        '.yaml',
      ),
    );
  const mistakes = [
    text.replace('layerSelector', 'layerselector'),
    text.replace('operation: copy', 'operation: move'),
    text.replace(/digest: sha256:.*/, 'digest: {}'),
    text.replace('  chartRef:', '  chart: {}\n  chartRef:'),
  ];
  for (const mistake of mistakes) {
    const status = await taker.take(mistake).then(
      () => 200,
      error => (error instanceof KubernetesError ? error.status : 0),
    );
    if (mistake === text || ![400, 422].includes(status)) {
      throw new Error(`it answers ${status} to\n${mistake}`);
    }
  }
}

function isManifest({ language, text }: { language: string; text: string }) {
  return language === 'yaml' && /^apiVersion:/m.test(text);
}
