export { StandIn as Player } from './StandIn.tsx';
