import { AuthService, PermissionsService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { ApplicabilityControl } from '../permissions/ApplicabilityControl';
import { ApplicabilityEditor } from './ApplicabilityEditor';
import { ApplicabilityReader } from './ApplicabilityReader';
import { ApprovedStatements } from './ApprovedStatements';
import { DeclaredStatements } from './DeclaredStatements';

/** The Statements of Applicability, one for each standard. */
export class Statements {
  readonly reader: ApplicabilityReader;
  readonly editor: ApplicabilityEditor;
  readonly control: ApplicabilityControl;
  readonly approved: ApprovedStatements;

  constructor(options: {
    knex: Knex;
    auth: AuthService;
    permissions: PermissionsService;
    declared: DeclaredStatements;
    clock?: () => Date;
  }) {
    const { knex, declared, clock } = options;
    this.reader = new ApplicabilityReader({ knex, declared });
    this.editor = new ApplicabilityEditor({
      knex,
      declared,
      reader: this.reader,
      clock,
    });
    this.control = new ApplicabilityControl(options);
    this.approved = new ApprovedStatements({ knex, declared });
  }
}
