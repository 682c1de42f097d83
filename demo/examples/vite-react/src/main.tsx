import { createRoot } from 'react-dom/client';
import { BookingPage } from './booking-page.tsx';

createRoot(document.getElementById('root')!).render(<BookingPage patient={{ name: 'Maria Santos' }} />);
