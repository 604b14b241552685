/** Where the chart is stored. Which of them can be had here is found out at the start. */
export type RegistryId =
  | 'debian'
  | 'debian-password'
  | 'ggcr'
  | 'zot'
  | 'dev'
  | 'dev-no-referrers'
  | 'dev-tokens';

/** How a signature is laid down in the registry. */
export type Method =
  /** cosign 2 as it comes: tags `sha256-<hex>.sig` and `.att`. */
  | 'cosign2-tags'
  /** cosign 2 with `--registry-referrers-mode=oci-1-1`: the same layers in a referrer. */
  | 'cosign2-oci11'
  /** cosign 2 with `--new-bundle-format`. */
  | 'cosign2-bundle'
  /** cosign 3 as it comes. */
  | 'cosign3-bundle';

export type KeyId = 'p256' | 'p256-other' | 'rsa' | 'ed25519';
export type IdentityId = 'github' | 'github-fork' | 'gitlab';
export type SignerId = KeyId | IdentityId;

/** As cosign's `--type` names them. */
export type AttestationType =
  | 'slsaprovenance'
  | 'slsaprovenance1'
  | 'spdxjson'
  | 'cyclonedx';

/** What happened to the chart after Helm had pushed it, in order. */
export type Step =
  | {
      do: 'sign';
      by: SignerId;
      /** Default: the cell's. */
      method?: Method;
      logged?: false;
      timed?: false;
    }
  | {
      do: 'attest';
      type: AttestationType;
      by: SignerId;
      logged?: false;
      timed?: false;
    }
  | { do: 'attach'; type: 'spdx' | 'cyclonedx' }
  /** `cosign attach sbom` of version 2: the tag `sha256-<hex>.sbom`. */
  | { do: 'attach-by-tag' }
  | NotationStep
  | { do: 'accident'; what: Accident; by?: SignerId };

/** Whom Notation's own store knows, and somebody else. */
export type NotationSignerId = 'release' | 'stranger';

/** `notation sign`. */
export interface NotationStep {
  do: 'notation';
  by: NotationSignerId;
  syntax: 'jws' | 'cose';
  /** Another chart is signed, and its signature hung onto this one: as it is, or with this one's digest written into it. */
  moved?: 'as-it-is' | 'altered';
}

/** Helm's own signature, in the chart's manifest. */
export interface ProvenanceFile {
  by: 'release' | 'stranger';
  /** Changes the file after signing. */
  altered?: true;
  /** The provenance layer stands before the chart's in the manifest. */
  first?: true;
  /** The file belongs to another archive of the same name. */
  ofAnother?: true;
}

export type Accident =
  /** The signed payload says something else than what was signed. */
  | 'payload-altered'
  /** All evidence of another, rightly signed chart is hung onto this one. */
  | 'moved-from-another'
  /** Rightly signed in another repository, and copied from there by `crane copy`. */
  | 'copied'
  /** The same with `--all-tags`, which takes tags of signatures with it. */
  | 'copied-with-all-tags'
  /** The tag of another version points here as well. */
  | 'tagged-otherwise'
  /** The fallback index calls every referrer something else. */
  | 'index-lies'
  /** The tag points at an index of exactly this chart. */
  | 'index-wrapped'
  /** The tag points at an index of this chart and another. */
  | 'index-of-two';

/** Who may sign: what the product's policy and the tools' flags are made of. */
export type Policy =
  | { key: KeyId }
  | { identity: IdentityId; issuerOf?: IdentityId }
  | { keyring: 'release' }
  | { store: 'release' };

/** What our product must say. */
export interface ExpectedVerdict {
  status: 'verified' | 'rejected' | 'unsigned' | 'indeterminate';
  /** Code of the first reason. */
  code: string;
}

/** Where our verdict differs from the tool's on purpose. */
export interface Difference {
  /** What the tool must say for the difference to be the one that is meant. */
  tool: 'accepts' | 'refuses';
  /** One sentence: why we decide otherwise. */
  because: string;
}

export interface Cell {
  /** Folder of the repository and name of the component: lower case, digits, dashes. */
  id: string;
  set: 'core' | 'full';
  registry: RegistryId;
  /** Absent: nothing is signed with cosign. */
  method?: Method;
  /** Helm's own signature, made when the chart was packaged. */
  provenance?: ProvenanceFile;
  steps: Step[];
  policy: Policy;
  /** The product judges under a root that asks for no log, and cosign is told to ignore it. */
  unlogged?: true;
  /** Logged to Rekor v1, whose promise is the proof of time as well. */
  rekor1?: true;
  /** What pushes and pulls. Default `helm`: version 4. */
  helm?: 'helm3';
  /** Made an hour ago. */
  lapsed?: true;
  /** The tool cannot make it, and says so in these words; it is tried all the same. */
  toolFails?: string;
  /** Predicate types that the policy requires as well. */
  require?: string[];
  /** Where the product's rule expects the chart to be built; no tool knows of it. */
  source?: string;
  expect: ExpectedVerdict;
  /** Part of the words in which the tool must refuse, lest it refuse for its flags. */
  toolSays?: string;
  differs?: Difference;
}
