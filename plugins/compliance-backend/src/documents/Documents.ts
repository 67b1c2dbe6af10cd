import { AuthService, PermissionsService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Standard } from '@service-compliance/backstage-plugin-compliance-common';
import { DocumentControl } from '../permissions/DocumentControl';
import { DocumentEditor } from './DocumentEditor';
import { DocumentReader } from './DocumentReader';
import { DocumentStore } from './DocumentStore';

/** All that routes need for the register of documents. */
export class Documents {
  readonly reader: DocumentReader;
  readonly editor: DocumentEditor;
  readonly control: DocumentControl;

  constructor(options: {
    store: DocumentStore;
    auth: AuthService;
    permissions: PermissionsService;
    catalog: Pick<CatalogService, 'streamEntities'>;
    /** The standards whose clauses documents can name. */
    standards: readonly Standard[];
    clock?: () => Date;
  }) {
    const { store, clock } = options;
    this.control = new DocumentControl(options);
    this.reader = new DocumentReader({ store, control: this.control, clock });
    this.editor = new DocumentEditor(options);
  }
}
