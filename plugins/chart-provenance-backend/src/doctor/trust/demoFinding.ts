import { TrustState } from '../../verification';
import { Finding, ok, warning } from '../check';
import { configuredMaterial } from './configuredMaterial';
import { TrustSource } from './types';

/** Is it the material of the examples, whose private halves anybody may have? A production start refuses it. */
export function demoFinding(
  { config, demoMaterial }: TrustSource,
  { kind, id }: TrustState,
): Finding {
  const marked = configuredMaterial(config.trust, kind, id)?.demo;
  return marked || demoMaterial.has(`${kind}:${id}`)
    ? warning(
        'It is for demonstrations: anybody may have its private half. A production start refuses it.',
        {
          what: 'Use your own before anybody relies on a verdict.',
          who: 'operator',
        },
      )
    : ok('It is not the material of the examples.');
}
