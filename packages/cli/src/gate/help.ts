/** What `gate --help` prints. */
export const GATE_HELP = `Usage: chart-provenance gate <oci://…> [more references] [options]
       chart-provenance gate --diff <base>...<head> [paths] [options]
       chart-provenance gate policy <oci://…> --out <file> [options]
       chart-provenance gate report <file> [options]

Asks the gate of Chart Provenance whether chart versions may go on. A reference
names a tag, a digest, or both: oci://ghcr.io/acme/charts/payments:1.8.2

The API is at --url or CHART_PROVENANCE_URL, like
https://backstage.acme.dev/api/chart-provenance; the token of the pipeline is in
CHART_PROVENANCE_TOKEN, or in the file of --token-file.

What is asked:
  --environment <name>          one that the operator has (default: default)
  --require-policy <name>       a policy that must be met too; repeatable
  --require-attestation <type>  a predicate type that the signer must have
                                attested; repeatable
  --require-digest              the reference must name a digest
  --max-age <10m>               evidence must not be older
  --dry-run-ok                  an answer to a user, which is only a trial, counts

How long:
  --wait <120s>                 ask again, at the pace of the server, what it says
                                may pass by itself: what is not decided yet, or a
                                signature that is not attached yet; any other
                                denial ends it at once

A pull request:
  --diff <base>...<head>        ask for every chart reference that is new or changed
                                in Argo CD, Flux, helmfile and Chart.yaml files,
                                or below the paths
  --repository <folder>         the Git repository (default: where it is run)
  --allow-unasked               what cannot be asked (ranges, templates, legacy
                                repositories) is a warning and no failure; a file
                                that cannot be read stays one

Without the backend:
  --offline <file>              decide by a policy file and the registry alone;
                                repeatable, one file a chart
  --fallback <file>             the same, only when the backend cannot be reached;
                                never after it has answered
  --docker-config <file>        credentials for the registry (default: Docker's)
  --record <file>               append decisions that are made offline to it
  gate policy                   fetches the policy file of a chart
  gate report                   tells the backend what was recorded; the file is
                                kept, and <file>.reported says what is known there

Output:
  --output <file>               write oci://…@sha256:… of each reference, when all
                                may go on: deploy these
  --json                        everything as JSON
  --github                      annotations for GitHub Actions, and the output
                                “resolved”
  --gitlab                      a code quality report for GitLab on standard output
  --allow-http                  http to another machine; the token is readable on
                                the way
  -h, --help                    print this

Exit code: 0 all may go on, 1 something is denied, 2 the command has problems,
3 something is not decided, or the gate cannot be reached.
`;
