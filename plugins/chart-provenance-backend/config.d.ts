import { HumanDuration, JsonObject } from '@backstage/types';

export interface Config {
  /**
   * What may be read, whose it is, and who may sign it. The operator's word is law: annotations are claims that are checked
   * against it. Unknown keys are refused at start-up. Nothing here is visible to the frontend.
   * @visibility backend
   */
  chartProvenance?: {
    /** The registries that may be contacted. Nothing else ever is. */
    registries?: Array<{
      /** `host[:port]` in lower case, e.g. `ghcr.io`. */
      host: string;
      /** How to sign in. Anonymous unless told. */
      auth?:
        | { type: 'none' }
        | {
            type: 'basic';
            username: string;
            /** @visibility secret */
            password: string;
          }
        | {
            type: 'token';
            /** @visibility secret */
            token: string;
          }
        | {
            /** A kind that an installed module adds. */
            type: string;
            /**
             * What that module asks for.
             * @deepVisibility secret
             */
            options?: JsonObject;
          };
      /** Let it resolve to private, loopback and link-local addresses. False unless told. */
      allowPrivateAddress?: boolean;
      /** HTTP instead of HTTPS; only together with `allowPrivateAddress`. False unless told. */
      plainHttp?: boolean;
      /** Requests in flight, 1 to 64; 4 unless told. */
      concurrency?: number;
      /** 1 to 1000; 20 unless told. */
      requestsPerSecond?: number;
      /** Hosts its token realm may live on, besides its own. Credentials are sent there too. */
      realmHosts?: string[];
      /** What may be read on it, and whose it is; the first match counts. */
      repositories?: Array<{
        /** Pattern over whole path segments, e.g. `acme/charts/{name}`. */
        match: string;
        /** The owner by convention, e.g. `component:default/{name}`. */
        entity?: string;
        /** The entities that may claim a match by annotation. */
        claims?:
          | { [key: string]: string | string[] }
          | Array<{ [key: string]: string | string[] }>;
        /** Where its provenance must come from, e.g. `github.com/acme/{name}`. */
        source?: string;
        /** The same chart at a legacy repository, e.g. `https://charts.acme.dev#{name}`. */
        legacy?: string;
        /** Name of the policy that judges it, or of several that must all be met. */
        policy?: string | string[];
      }>;
    }>;

    /** Who is trusted, and who never is. */
    trust?: {
      /** Sigstore trust roots. They are never merged. */
      roots?: Array<{
        id: string;
        /** `publicGood`: the public Sigstore instance. `file`: a `trusted_root.json` at `path`. */
        type: 'publicGood' | 'file';
        /** Absolute, or relative to the working directory of the backend. */
        path?: string;
        /** For demonstrations only: refused when NODE_ENV is production. */
        demo?: boolean;
        /** How many distinct proofs of each kind a signature needs; 1 each unless told. */
        thresholds?: { tlog?: number; ctlog?: number; timestamp?: number };
      }>;
      /** Public keys, each with exactly one of `path` and `pem`. */
      keys?: Array<{
        id: string;
        /** Absolute, or relative to the working directory of the backend. */
        path?: string;
        pem?: string;
        /** For demonstrations only: refused when NODE_ENV is production. */
        demo?: boolean;
        /** The window in which a signature by it counts, ISO, judged by proven times. */
        validFrom?: string;
        validUntil?: string;
      }>;
      /** What is never trusted, whatever signs for it. */
      distrust?: Array<{
        id: string;
        /** Shown with the verdict. */
        reason: string;
        digest?: string;
        key?: string;
        root?: string;
        identity?: { issuer: string; subject: string };
        /** e.g. `github.com/acme/tools` */
        sourceRepository?: string;
        /** Only signatures whose proven times lie in the range; ISO. */
        from?: string;
        until?: string;
      }>;
    };

    /** Who may sign what. */
    policies?: Array<{
      name: string;
      /** May an entity ask for it in addition, by annotation? False unless told. */
      selectable?: boolean;
      /** One of these must have signed. */
      anyOf: Array<
        | {
            root: string;
            /** Exactly. */
            issuer: string;
            /** Exactly; or: */
            subject?: string;
            /** a regular expression that the whole subject has to match. */
            subjectPattern?: string;
            /** Accept a pattern that leaves repository, workflow or ref open. False unless told. */
            allowAnyRef?: boolean;
          }
        | { key: string }
      >;
      /** What must come with the signature. */
      require?: {
        /** Predicate types, e.g. `https://slsa.dev/provenance/v1`. */
        attestations?: string[];
      };
      /** A last successful look older than this makes the verdict indeterminate; 24h unless told. */
      maxStaleness?: HumanDuration | string;
    }>;

    /** How the index is kept. */
    indexing?: {
      /** Between two looks at the same chart; 15m unless told. */
      interval?: HumanDuration | string;
      /** Between two readings of the catalog; 5m unless told, or `interval` when that is shorter. */
      discoveryInterval?: HumanDuration | string;
      /** Charts walked at a time by one process, 1 to 64; 4 unless told. */
      concurrency?: number;
    };
  };
}
