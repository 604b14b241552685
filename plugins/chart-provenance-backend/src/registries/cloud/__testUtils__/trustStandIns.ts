import tls from 'node:tls';
import { atTheEnd } from './standIn';
import { standInCertificate } from './standInCertificate';

/** Lets this process trust the stand-ins' certificate, as NODE_EXTRA_CA_CERTS would, until the end of the test. */
export function trustStandIns(): void {
  const before = tls.getCACertificates('default');
  tls.setDefaultCACertificates([...before, standInCertificate.cert]);
  atTheEnd(async () => tls.setDefaultCACertificates(before));
}
