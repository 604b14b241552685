import { rejected } from './build.ts';
import type { Cell, NotationStep } from './types.ts';

const GOOD: Pick<Cell, 'expect' | 'differs'> = {
  expect: { status: 'indeterminate', code: 'unsupported-format' },
  differs: {
    tool: 'accepts',
    because:
      'whether a certificate was revoked is not checked here, so that no signature of Notation makes a version verified',
  },
};

/** Notation, under the policy that asks for its store: whom it trusts is named and left open, everybody else is rejected. */
export function notationCells(): Cell[] {
  const signed = { do: 'notation', by: 'release', syntax: 'jws' } as const;
  const cose = { ...signed, syntax: 'cose' } as const;
  const cell = (
    id: string,
    step: NotationStep,
    rest: Pick<Cell, 'expect' | 'differs' | 'toolSays'>,
    registry: Cell['registry'] = 'ggcr',
  ): Cell => ({
    ...{ id: `notation-${id}`, set: 'full', registry },
    ...{ steps: [step], policy: { store: 'release' }, ...rest },
  });
  const altered = {
    expect: rejected('bad-signature'),
    toolSays: 'signature is invalid',
  };
  return [
    cell('jws', signed, GOOD),
    cell('cose', cose, GOOD, 'debian'),
    cell(...(['stranger', { ...signed, by: 'stranger' }] as const), {
      expect: rejected('untrusted-root'),
      toolSays: 'does not contain any trusted certificate',
    }),
    cell('altered-jws', { ...signed, moved: 'altered' }, altered, 'debian'),
    cell('altered-cose', { ...cose, moved: 'altered' }, altered),
    cell(
      'moved',
      { ...signed, moved: 'as-it-is' },
      {
        expect: rejected('digest-mismatch'),
        toolSays: 'content descriptor mismatch',
      },
    ),
  ];
}
