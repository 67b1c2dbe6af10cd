import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';

/** The ref of the user who calls, undefined for services and all others. */
export function userOf(
  auth: AuthService,
  credentials: BackstageCredentials,
): string | undefined {
  if (!auth.isPrincipal(credentials, 'user')) {
    return undefined;
  }
  const { userEntityRef } = credentials.principal;
  return parseEntityRef(userEntityRef).kind.toLowerCase() === 'user'
    ? userEntityRef
    : undefined;
}
