import type { Case } from './Case.ts';

const BEGIN = '-----BEGIN PGP SIGNED MESSAGE-----';
const END = '-----END PGP SIGNATURE-----';
const OUTSIDE = 'what stands outside of the signed part is not signed';

type Edit = Pick<Case, 'name' | 'expected' | 'differs'> & {
  edit: (prov: string) => string;
};

/** A genuine file, changed by somebody without the key. */
const EDITS: Edit[] = [
  {
    name: 'armor-text-tampered',
    edit: prov => prov.replace('A chart to sign', 'A chart to trust'),
    expected: 'bad-signature',
  },
  {
    name: 'armor-text-before',
    edit: prov => `name: another\n${prov}`,
    expected: 'bad-signature',
    differs: OUTSIDE,
  },
  {
    name: 'armor-text-after',
    edit: prov => `${prov}\nname: another\n`,
    expected: 'bad-signature',
    differs: OUTSIDE,
  },
  {
    name: 'armor-twice',
    edit: prov => `${prov}\n${prov}`,
    expected: 'bad-signature',
    differs: OUTSIDE,
  },
  {
    name: 'armor-line-in-header',
    edit: prov => prov.replace('Hash: ', 'Comment: signed by the CEO\nHash: '),
    expected: 'bad-signature',
  },
  {
    name: 'armor-line-added',
    edit: prov => prov.replace('\nname: ', '\nevil: yes\nname: '),
    expected: 'bad-signature',
  },
  {
    name: 'armor-dash-not-escaped',
    edit: prov => prov.replace('\n- - one', '\n- one'),
    expected: 'bad-signature',
  },
  {
    name: 'armor-line-escaped-for-no-reason',
    edit: prov => prov.replace('\nname: ', '\n- name: '),
    expected: 'proven',
  },
  {
    name: 'armor-white-space-added',
    edit: prov => prov.replace('name: sample\n', 'name: sample \t \n'),
    expected: 'proven',
  },
  {
    name: 'armor-crlf',
    edit: prov => prov.replace(/\n/g, '\r\n'),
    expected: 'proven',
  },
  {
    name: 'armor-no-hash',
    edit: prov => prov.replace(/^Hash: .*\n/m, ''),
    expected: 'proven',
  },
  {
    name: 'armor-other-hash',
    edit: prov => prov.replace(/^Hash: .*$/m, 'Hash: MD5'),
    expected: 'bad-signature',
    differs: 'older readers hash with what is announced',
  },
  {
    name: 'armor-hash-unknown',
    edit: prov => prov.replace(/^Hash: .*$/m, 'Hash: SHA99'),
    expected: 'bad-signature',
  },
  {
    name: 'armor-signature-cut',
    edit: prov => prov.replace(END, ''),
    expected: 'bad-signature',
  },
  {
    name: 'armor-no-signature',
    edit: prov => `${prov.split('-----BEGIN PGP SIGNATURE-----')[0]}`,
    expected: 'bad-signature',
  },
  {
    name: 'armor-no-message',
    edit: prov => prov.replace(`${BEGIN}\n`, ''),
    expected: 'bad-signature',
  },
  {
    name: 'armor-signature-of-junk',
    edit: prov => prov.replace(/(SIGNATURE-----\n\n)[^\n]{8}/, '$1AAAAAAAA'),
    expected: 'bad-signature',
  },
];

/** Changes the file in every way of the table. */
export function otherArmor(genuine: Case): Case[] {
  return EDITS.map(({ edit, ...rest }) => {
    const prov = edit(genuine.prov);
    if (prov === genuine.prov) {
      throw new Error(`${rest.name} changes nothing`);
    }
    return { ...genuine, ...rest, differs: rest.differs, prov };
  });
}
