import { HttpAuthService } from '@backstage/backend-plugin-api';
import { Request } from 'express';
import { GateCaller } from '../GateService';
import { namedCaller } from '../namedCaller';
import { callerOf } from './RouteOptions';

/** Who asks the gate, by name. @throws AuthenticationError, NotAllowedError */
export async function gateCallerOf(
  request: Request,
  httpAuth: HttpAuthService,
): Promise<GateCaller> {
  return namedCaller(await callerOf(request, httpAuth));
}
