import { OrasError } from 'chart-provenance-oras';
import { failed, Finding } from '../check';
import { plainText } from './plainText';

const BY_WORDS: readonly [RegExp, NonNullable<Finding['next']>][] = [
  [
    /token realm is on/,
    {
      what: 'If that is the token service of this registry, add its host to realmHosts: the credential is sent there. If not, somebody wants to have the credential.',
      who: 'operator',
    },
  ],
  [
    /\bredirects (?:to|more)\b/,
    {
      what: 'Configure the host it redirects to, if that is the registry.',
      who: 'operator',
    },
  ],
  [
    /\bredirects without an address/,
    { what: 'Tell whoever runs the registry.', who: 'registry-owner' },
  ],
  [
    /the proxy of HTTPS_PROXY/,
    {
      what: 'Write it like http://proxy.acme.dev:3128, in HTTP_PROXY and HTTPS_PROXY alike.',
      who: 'platform',
    },
  ],
  [
    /\ba (?:private|loopback|carrierGradeNat|uniqueLocal) address\b/,
    {
      what: 'If it is meant to be on your own network, set allowPrivateAddress: true for this host. If not, its name leads somewhere it should not.',
      who: 'operator',
    },
  ],
  [
    /address/,
    {
      what: 'No registry lives at such an address; correct the host or its name in DNS.',
      who: 'operator',
    },
  ],
];

/** Words for what this program itself refused to do. The messages are its own and hold host names at most, which may be long. */
export function refusalFailure(error: OrasError): Finding {
  const found = BY_WORDS.find(([words]) => words.test(error.message));
  return failed(
    `Not contacted: ${plainText(error.message, []).replace(/\.?$/, '.')}`,
    found?.[1] ?? {
      what: 'Correct the host in the configuration.',
      who: 'operator',
    },
  );
}
