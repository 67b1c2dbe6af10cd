import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  complianceApplicabilityApprovePermission,
  complianceApplicabilityReadPermission,
  complianceApplicabilityUpdatePermission,
} from '@service-compliance/backstage-plugin-compliance-common';
import { userOf } from './userOf';

/** What somebody may do with Statements of Applicability besides reading. */
export interface StatementRights {
  mayUpdate: boolean;
  mayApprove: boolean;
}

/** Tells who may read, change and approve Statements of Applicability. */
export class ApplicabilityControl {
  readonly #auth: AuthService;
  readonly #permissions: PermissionsService;

  constructor(options: { auth: AuthService; permissions: PermissionsService }) {
    this.#auth = options.auth;
    this.#permissions = options.permissions;
  }

  /**
   * One request to the permission backend.
   *
   * @throws NotAllowedError when not even reading is allowed.
   */
  async rightsOf(credentials: BackstageCredentials): Promise<StatementRights> {
    const decisions = await this.#permissions.authorize(
      [
        complianceApplicabilityReadPermission,
        complianceApplicabilityUpdatePermission,
        complianceApplicabilityApprovePermission,
      ].map(permission => ({ permission })),
      { credentials },
    );
    const [mayRead, mayUpdate, mayApprove] = decisions.map(
      ({ result }) => result === AuthorizeResult.ALLOW,
    );
    if (!mayRead) {
      throw new NotAllowedError(
        'You may not read the Statement of Applicability',
      );
    }
    const isUser = userOf(this.#auth, credentials) !== undefined;
    return {
      mayUpdate: mayUpdate && isUser,
      mayApprove: mayApprove && isUser,
    };
  }

  /**
   * Makes sure that somebody has a right.
   *
   * @returns the ref of the user, who becomes the author of what is written
   * @throws NotAllowedError
   */
  async authorOf(
    credentials: BackstageCredentials,
    right: keyof StatementRights,
  ): Promise<string> {
    const user = userOf(this.#auth, credentials);
    if (user === undefined) {
      throw new NotAllowedError(
        'Only users may change and approve a Statement of Applicability, as a person answers for it; automation declares it in app-config',
      );
    }
    const rights = await this.rightsOf(credentials);
    if (!rights[right]) {
      throw new NotAllowedError(
        `You may not ${
          right === 'mayUpdate' ? 'change' : 'approve'
        } the Statement of Applicability`,
      );
    }
    return user;
  }
}
