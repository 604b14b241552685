import type { Digest } from '../descriptor/Descriptor';
import { InvalidReferenceError } from './InvalidReferenceError';
import { digestAt } from './parseDigest';
import { registryIn } from './parseRegistry';
import { repositoryIn } from './parseRepository';
import { tagIn } from './parseTag';
import type { Reference } from './Reference';

const TEXT_LIMIT = 1024;

/**
 * Parses a reference. Nothing is implied: no registry, no tag. Upper case is accepted in host names only, and lowered.
 *
 * ```text
 *   ghcr.io:443 / acme/charts/payments : 1.8.2 @ sha256:4f1c…
 *   └─registry┘   └────repository────┘   └tag┘   └──digest──┘
 *
 *   reference  = registry "/" repository [ ":" tag ] [ "@" digest ]      with both, the digest wins
 *   registry   = ( name | IPv4 | "[" IPv6 "]" ) [ ":" port ]             a one-label name, localhost apart, needs its port
 *   name       = label *( "." label )
 *   label      = alphanumeric [ *61( alphanumeric / "-" ) alphanumeric ]
 *   repository = component *( "/" component )                            at most 255 characters
 *   component  = 1*lower *( ( "." / "_" / "__" / 1*"-" ) 1*lower )       lower = a-z 0-9
 *   tag        = ( alphanumeric / "_" ) *127( alphanumeric / "_" / "." / "-" )
 *   digest     = "sha256:" 64hex / "sha512:" 128hex                      hex = 0-9 a-f
 * ```
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-manifests
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md#digests
 * @see https://github.com/distribution/reference/blob/v0.6.0/reference.go
 * @throws InvalidReferenceError with the position of the first bad character
 * @public
 */
export function parseReference(text: string): Reference {
  checkWhole(text);
  const slash = text.indexOf('/');
  const registry = registryIn(text, slash < 0 ? text.length : slash);
  if (slash < 0) {
    throw new InvalidReferenceError(
      text,
      text.length,
      'missing-repository',
      'the repository is missing',
      `add a path, for example ${registry}/acme/charts/payments`,
    );
  }
  const at = text.indexOf('@', slash);
  const nameEnd = at < 0 ? text.length : at;
  const colon = text.slice(0, nameEnd).indexOf(':', slash);
  const repository = repositoryIn(text, slash + 1, colon < 0 ? nameEnd : colon);
  const tag = colon < 0 ? undefined : tagIn(text, colon + 1, nameEnd);
  const digest: Digest | undefined =
    at < 0 ? undefined : digestAt(text, at + 1);
  return {
    registry,
    repository,
    ...(tag !== undefined && { tag }),
    ...(digest !== undefined && { digest }),
  };
}

function checkWhole(text: string): void {
  if (text === '') {
    throw new InvalidReferenceError(
      text,
      0,
      'empty',
      'the reference is empty',
      'write registry/repository:tag or registry/repository@digest',
    );
  }
  if (text.length > TEXT_LIMIT) {
    throw new InvalidReferenceError(
      text,
      TEXT_LIMIT,
      'too-long',
      `a reference has at most ${TEXT_LIMIT} characters`,
      'shorten it',
    );
  }
  const space = text.search(/\s/);
  if (space >= 0) {
    throw new InvalidReferenceError(
      text,
      space,
      'whitespace',
      'white space in the reference',
      'remove it',
    );
  }
  const scheme = /^[a-zA-Z][a-zA-Z0-9+.-]*:\/\//.exec(text)?.[0];
  if (scheme !== undefined) {
    throw new InvalidReferenceError(
      text,
      0,
      'scheme',
      `a reference has no scheme (${scheme})`,
      `write ${text.slice(scheme.length, scheme.length + 80)}`,
    );
  }
}
