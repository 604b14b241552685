import { HumanDuration, JsonObject } from '@backstage/types';

export interface Config {
  /**
   * What may be read, whose it is, and who may sign it. The operator's word is law: annotations are claims that are checked
   * against it. Unknown keys are refused at start-up. Nothing here is visible to the frontend.
   * @visibility backend
   */
  chartProvenance?: {
    /** The registries that may be contacted. No other ever is. */
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
            /** An access token, shown as a password where the registry asks for one. */
            type: 'token';
            /** @visibility secret */
            token: string;
            /** Registries that take a token mostly take any name with it. */
            username?: string;
            /** False: a bearer token, sent as it is. True unless told. */
            exchange?: boolean;
          }
        | {
            /** A Docker `config.json`, with its credential helpers. */
            type: 'dockerConfig';
            /** Docker's own place, or Podman's, unless told. */
            path?: string;
            /** Names of environment variables that helpers get. */
            environment?: string[];
          }
        | {
            /** What `integrations.github` or `integrations.gitlab` has. */
            type: 'integration';
            /** The entry's; known for `ghcr.io`, `containers.<host>` and `registry.gitlab.com`. */
            host?: string;
          }
        | {
            /** Amazon ECR, with the identity of the AWS integration, `aws`. */
            type: 'aws';
            /** 12 digits; read off the host unless told. */
            accountId?: string;
            /** Read off the host unless told. */
            region?: string;
            /** Repeats a host that is not one of AWS's own. */
            confirmHost?: string;
          }
        | {
            /** Google Artifact Registry, with Application Default Credentials unless told. */
            type: 'google';
            /** Path of a workload identity configuration or a service account key. */
            credentialsFile?: string;
            /** `devstorage.read_only` unless told. */
            scope?: 'devstorage.read_only' | 'cloud-platform.read-only';
            /** Repeats a host that is not one of Google's own. */
            confirmHost?: string;
          }
        | {
            /** Azure Container Registry, with a workload or managed identity. */
            type: 'azure';
            /** AZURE_TENANT_ID unless told. */
            tenantId?: string;
            /** AZURE_CLIENT_ID unless told. */
            clientId?: string;
            /** Repeats a host that is not one of Azure's own. */
            confirmHost?: string;
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
      /** Let it resolve to private and loopback addresses. False unless told. */
      allowPrivateAddress?: boolean;
      /** HTTP instead of HTTPS; only together with `allowPrivateAddress`. False unless told. */
      plainHttp?: boolean;
      /** Requests in flight, 1 to 64; 4 unless told. */
      concurrency?: number;
      /** 1 to 1000; 20 unless told. */
      requestsPerSecond?: number;
      /** Hosts its token realm may live on, besides its own. Credentials are sent there too. */
      realmHosts?: string[];
      /** Hosts on private addresses that a download may be redirected to; only together with `allowPrivateAddress`. */
      redirectHosts?: string[];
      /** By what its repositories are found, besides the names known from elsewhere; `auto` unless told. */
      listing?:
        | 'auto'
        | 'none'
        | 'catalog'
        | 'harbor'
        | 'ecr'
        | 'github'
        | 'gar';
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

    /** Where charts were published before OCI. Nothing but `index.yaml` is read. */
    legacyRepositories?: Array<{
      /** What `helm repo add` takes. `http:` only together with `allowPrivateAddress`. */
      url: string;
      /** How to sign in, at this origin only. Anonymous unless told. */
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
          };
      /** Let it resolve to private and loopback addresses. False unless told. */
      allowPrivateAddress?: boolean;
    }>;

    /** Who is trusted, and who never is. */
    trust?: {
      /** Sigstore trust roots. They are never merged. */
      roots?: Array<{
        id: string;
        /**
         * `publicGood`: the public Sigstore instance. `file`: a `trusted_root.json` at `path`. `github`: GitHub's own instance, from what
         * `gh attestation trusted-root` wrote to `path`. `tuf`: a TUF repository at `url`.
         */
        type: 'publicGood' | 'file' | 'github' | 'tuf';
        /** Absolute, or relative to the working directory of the backend. With `file` and `github`. */
        path?: string;
        /** Of a TUF repository, https. With `tuf`, as are the three below. */
        url?: string;
        /** Of the repository's `root.json` from which on it is believed; absolute, or relative to the working directory of the backend. */
        rootPath?: string;
        /** Path of the trusted root among its targets; `trusted_root.json` unless told. */
        target?: string;
        /** The repository may be at a private address. */
        allowPrivateAddress?: boolean;
        /**
         * How it is kept fresh: every day, stale after 30 days without anything newer, with `publicGood` and `tuf` unless told; not at all
         * with the others unless told, and never with false.
         */
        refresh?:
          | false
          | {
              /** From 5m to 7d. */
              interval?: HumanDuration | string;
              /** From 1h to 366d, longer than `interval`. */
              maxAge?: HumanDuration | string;
            };
        /** For demonstrations only: refused when NODE_ENV is production. */
        demo?: boolean;
        /** How many distinct proofs of each kind a signature needs; 1 each unless told, with `github` 0, 0 and 1. */
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
      /** OpenPGP public keys for Helm's provenance files, each ring with exactly one of `path` and `armored`. */
      keyrings?: Array<{
        id: string;
        /** Of armoured keys; absolute, or relative to the working directory of the backend. */
        path?: string;
        armored?: string;
        /** For demonstrations only: refused when NODE_ENV is production. */
        demo?: boolean;
        /** The window in which its keys count, ISO, judged by today's date: a provenance file proves no time. */
        validFrom?: string;
        validUntil?: string;
      }>;
      /** X.509 certificates for Notation's signatures, each store with exactly one of `path` and `pem`. */
      stores?: Array<{
        id: string;
        /** Of one or several certificates in PEM; absolute, or relative to the working directory of the backend. */
        path?: string;
        pem?: string;
        /** For demonstrations only: refused when NODE_ENV is production. */
        demo?: boolean;
      }>;
      /** What is never trusted, whatever signs for it. */
      distrust?: Array<{
        id: string;
        /** Shown with the verdict. */
        reason: string;
        digest?: string;
        /** Id of a key or keyring, or a key's or certificate's fingerprint. */
        key?: string;
        /** Id of a root or store. */
        root?: string;
        identity?: { issuer: string; subject: string };
        /** One whole repository with its host, e.g. `github.com/acme/tools`. */
        sourceRepository?: string;
        /** An entry of a transparency log: Rekor's UUID of 80 hexadecimal digits, or the last 64 of them. */
        logEntry?: string;
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
            /** Ids of the source repository and its owner at their host, exactly: they stay when those are renamed. */
            sourceRepositoryId?: string | number;
            sourceOwnerId?: string | number;
            /** The event that started the run, exactly, e.g. `push`. */
            trigger?: string;
            /** e.g. `github-hosted`, exactly. */
            runnerEnvironment?: string;
          }
        | { key: string }
        /** A Helm provenance file by a key of the ring: it proves the chart archive alone. */
        | { keyring: string }
        /** A Notation signature whose certificate leads to one of the store. Never met yet: it keeps the verdict open. */
        | {
            store: string;
            /** Of its certificate, exactly. */ subject?: string;
          }
      >;
      /** What must come with the signature. */
      require?: {
        /** Predicate types, e.g. `https://slsa.dev/provenance/v1`, each perhaps with who must have attested it. */
        attestations?: Array<
          | string
          | {
              type: string;
              /** One of these must have attested it; absent: the signer. */
              anyOf?: Array<
                | {
                    root: string;
                    issuer: string;
                    subject?: string;
                    subjectPattern?: string;
                    allowAnyRef?: boolean;
                    sourceRepositoryId?: string | number;
                    sourceOwnerId?: string | number;
                    trigger?: string;
                    runnerEnvironment?: string;
                  }
                | { key: string }
              >;
              /** Of SLSA provenance: ids of the builders that are accepted; absent: the one that the certificate names. */
              builders?: string[];
            }
        >;
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
      /**
       * Threads of each process that verify signatures, 0 to 16; unless told one less than there are cores, at least 1, at most 4. 0: the
       * process itself verifies.
       */
      verifierWorkers?: number;
    };

    /** Where uses of charts are looked for, and what the operator says of them. Nowhere unless told. */
    consumers?: {
      /** Between two readings of the same place, 5s to 7d; 5m unless told. */
      interval?: HumanDuration | string;
      /** Clusters, through the Kubernetes plugin of this backend. */
      kubernetes?: {
        /** `all` unless told, or names as the Kubernetes plugin has them. */
        clusters?: 'all' | string[];
        /** Name of a cluster → URL of its API server, as Argo CD's `destination.server` has it. */
        servers?: { [cluster: string]: string };
      };
      /** Repositories, or folders of them, with manifests and charts. */
      git?: Array<{
        /** e.g. `https://github.com/acme/gitops/tree/main/apps`; read with what `integrations` has for the host. */
        url: string;
        /** For people; the URL unless told. */
        title?: string;
        /** The cluster that its manifests are deployed to. */
        cluster?: string;
        /**
         * Files and folders that are not read, below `url`: what consumes nothing, or is deployed by nobody. `*` is any text without a
         * slash, `**` any text; a folder goes with all that is in it.
         */
        exclude?: string | string[];
      }>;
      /**
       * Whose the consumers at some place are; the first match counts, and every pattern that is there has to match. `*` is any text
       * without a slash, `**` any text, `{name}` one name, which `entity` may use.
       */
      owners?: Array<{
        cluster?: string;
        namespace?: string;
        name?: string;
        /** Of the file, in Git. */
        path?: string;
        /** e.g. `component:default/{name}` */
        entity: string;
      }>;
      /** Parts of the estate, the most important first; the first match counts. */
      environments?: Array<{
        name: string;
        /** Patterns with `*` and `**`; one of each list that is there has to match. */
        clusters?: string | string[];
        namespaces?: string | string[];
        /** Of the files, in Git. */
        paths?: string | string[];
      }>;
    };

    /** What people sign off for each chart, besides the built-in items. */
    checklist?: {
      items?: Array<{
        /** Lower-case words joined by dashes; sign-offs are kept under it. */
        id: string;
        group: 'publish' | 'sign' | 'consume' | 'protect' | 'retire';
        /** What is signed off, as a sentence. */
        claim: string;
        /** Why it matters, as a sentence. */
        why: string;
        responsible: 'owner' | 'platform' | 'consumer';
        /** `registry`: signed off once for all charts of a registry. `chart` unless told. */
        scope?: 'chart' | 'registry';
        /** Id of a check whose later failure shows a sign-off as contradicted. */
        contradictedBy?: string;
      }>;
    };

    /** What the gate asks before a chart version is promoted, besides the rules and policies of charts. */
    gate?: {
      /** Of evidence, 1m to 365d; 1h unless told. Never more than the strictest `maxStaleness` of the policies that apply. */
      maxAge?: string | HumanDuration;
      /** How long an `allow` may be used, 1m to 24h; 15m unless told. */
      decisionLifetime?: string | HumanDuration;
      /** How long a policy file for `gate --offline` may be used, 5m to 30d; 24h unless told. False: none is given out. */
      offlineLifetime?: string | HumanDuration | false;
      /** Questions that one caller may ask one backend process in a minute; 600 unless told. */
      requestsPerMinute?: number;
      /** Several entries may share a name: the first whose repositories fit counts. `default` holds without being named. */
      environments?: Array<{
        name: string;
        /** Host of one of `registries` and a pattern over whole path segments, e.g. `ghcr.io/acme/charts/**`. Every chart unless told. */
        repositories?: string | string[];
        /** A day (UTC) like `2027-03-01`, `always` or `never`; `always` unless told. Until then the gate says what it would do. */
        enforceFrom?: string;
        /** Names of policies that must be met besides those of the chart's rule. */
        policies?: string | string[];
        /** References must name a digest. */
        requireDigest?: boolean;
        /** The chart's images must be named by digest and verified. */
        requireImages?: boolean;
        /** Of evidence; `gate.maxAge` unless told. */
        maxAge?: string | HumanDuration;
      }>;
    };

    /** The images that charts deploy. Without it, chart archives are never read, and images are told from SBOMs and annotations alone. */
    images?: {
      /** Renders charts with their own values. Off unless told. */
      render?: {
        /** Absolute path of `helm`, 3.16 or newer. */
        helm: string;
        /** For one chart, 1s to 2m; 20s unless told. */
        timeout?: string | HumanDuration;
      };
      /** Which images are looked at, and who may sign them; the first match counts. No other image’s registry is contacted. */
      repositories?: Array<{
        /** Host of one of `registries` and a pattern over whole path segments, e.g. `ghcr.io/acme/{name}`. */
        match: string;
        /** Name of the policy that judges it. */
        policy: string;
        /** Where its provenance must come from, e.g. `github.com/acme/{name}`. */
        source?: string;
      }>;
    };
  };
}
