import type { Case } from './Case.ts';
import { coseOf, headersOf, jwsOf, type Target } from './envelopes.ts';
import { FORGED_CHAINS } from './forgedChains.ts';
import { FORGED_HEADERS } from './forgedHeaders.ts';
import { FORGED_PAYLOADS } from './forgedPayloads.ts';
import type { Ground } from './Ground.ts';
import { holder } from './holders.ts';

const FORGERIES = [...FORGED_HEADERS, ...FORGED_PAYLOADS, ...FORGED_CHAINS];

/** What holders of good keys might sign and Notation would not write, and what holders of other certificates would like to. */
export function forged(ground: Ground, target: Target): Case[] {
  return (['jws', 'cose'] as const).flatMap(syntax =>
    FORGERIES.map((forgery): Case => {
      const { by = 'p256', alg = 'ES256', change = same => same } = forgery;
      const { privateKey: key, chain } = holder(ground.holders, by);
      const envelope = change(
        {
          headers: headersOf(alg, new Date()),
          payload: { targetArtifact: target },
          ...{ key, chain },
        },
        ground,
      );
      const { name, expected, store = 'acme', differsIn = syntax } = forgery;
      const differs = differsIn === syntax ? forgery.differs : undefined;
      return {
        ...{ name: `${syntax}-${name}`, syntax, store, expected },
        ...(differs && { differs }),
        envelope: syntax === 'jws' ? jwsOf(envelope) : coseOf(envelope),
      };
    }),
  );
}
