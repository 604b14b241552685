import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseReport } from './parseReport.ts';

/** As the suite of August 2026 writes it, shortened. */
const REPORT = `Test results
OCI Conformance Test: FAIL
  OCI Conformance Test/ping: Pass
  OCI Conformance Test/empty: FAIL
    OCI Conformance Test/empty/tag list: Pass
    OCI Conformance Test/empty/referrers: FAIL
     - header value mismatch for "Content-Type"
unexpected status code, expected one of [200], received 404
  OCI Conformance Test/sha256 blobs: Pass
    OCI Conformance Test/sha256 blobs/mount anonymous/blob-mount-anonymous: Skip
     - registry returned status 202, fell back to blob POST+PUT
  OCI Conformance Test/image: Disabled
    OCI Conformance Test/image/referrers: Disabled

OCI Conformance Result: FAIL
  Disabled......................:          1
  Skip..........................:          1
  Pass..........................:        998
  FAIL..........................:          1
  Error.........................:          2
  Total.........................:       1003
`;

test('counts, and names what failed or was skipped without the groups above it', () => {
  assert.deepEqual(parseReport(REPORT), {
    passed: 998,
    failed: 3,
    skipped: 2,
    remarks: [
      {
        test: 'empty/referrers',
        outcome: 'failed',
        reason: 'header value mismatch for "Content-Type"',
      },
      {
        test: 'sha256 blobs/mount anonymous/blob-mount-anonymous',
        outcome: 'skipped',
        reason: 'registry returned status 202, fell back to blob POST+PUT',
      },
      { test: 'image/referrers', outcome: 'skipped', reason: '' },
    ],
  });
});

test('a suite that did not get as far as its report is an error', () => {
  for (const text of ['', 'failed to load config: no', REPORT.slice(0, -90)]) {
    assert.throws(() => parseReport(text), /no report/);
  }
});
