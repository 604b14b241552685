export { createEgressTransport } from './createEgressTransport';
export type {
  EgressOptions,
  EgressTransport,
  HostEgress,
} from './EgressOptions';
export { followRedirects } from './followRedirects';
export type {
  Transport,
  TransportRequest,
  TransportResponse,
} from './Transport';
