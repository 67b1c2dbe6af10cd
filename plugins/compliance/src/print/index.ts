export { ScorecardPrint } from './ScorecardPrint';
export { StatementPrint } from './StatementPrint';
export { usePrintView } from './usePrintView';
