export { ComplianceTodoCard } from './ComplianceTodoCard';
export { TodoContent } from './TodoContent';
