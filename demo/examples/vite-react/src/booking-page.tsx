import { useState } from 'react';
import type { BookingFlow } from 'myo-booking';
import 'myo-booking/jsx';

/** The clinic's page for members: what it knows of them is filled in, and it thanks them once they have booked. */
export function BookingPage({ patient }: { patient: BookingFlow['patient'] }) {
  const [reference, setReference] = useState('');
  return (
    <main>
      <h1>Book an appointment</h1>
      <myo-booking
        endpoint="http://127.0.0.1:8787/clinics/cedar"
        timeFirst
        patient={patient}
        onmyo-booking-confirm={({ detail }) => setReference(detail.bookingId)}
      >
        <p>
          To book, call us: <a href="tel:+13035550142">(303) 555-0142</a>
        </p>
      </myo-booking>
      {reference && <p role="status">Thank you. Our reference is {reference}.</p>}
    </main>
  );
}
