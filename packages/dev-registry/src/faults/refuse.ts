import { RegistryErrorCode } from '../server/RegistryError';
import { emptyReply, errorReply, Reply } from '../server/Reply';
import { Fault } from './Fault';

/** The faults that answer without doing what was asked. */
export type RefusalFault = Extract<
  Fault,
  { kind: 'status' | 'redirect' | 'realm' }
>;

const CODES: Record<number, RegistryErrorCode | undefined> = {
  401: 'UNAUTHORIZED',
  403: 'DENIED',
  404: 'NAME_UNKNOWN',
  429: 'TOOMANYREQUESTS',
};

/** @internal */
export function refuse(fault: RefusalFault): Reply {
  switch (fault.kind) {
    case 'redirect':
      return emptyReply(fault.status ?? 307, { Location: fault.location });
    case 'realm':
      return errorReply(401, 'UNAUTHORIZED', 'a token is needed', {
        'WWW-Authenticate': `Bearer realm="${fault.realm}",service="dev-registry"`,
      });
    default:
      return errorReply(
        fault.status,
        CODES[fault.status] ?? 'UNKNOWN',
        `fault: ${fault.status}`,
        fault.retryAfter === undefined
          ? {}
          : { 'Retry-After': String(fault.retryAfter) },
      );
  }
}
