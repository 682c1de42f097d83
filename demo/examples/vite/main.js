import 'myo-booking/define';

const booking = document.querySelector('myo-booking');
booking.addEventListener('myo-booking-confirm', ({ detail }) => {
  document.querySelector('#thanks').textContent = `Thank you. Our reference is ${detail.bookingId}.`;
});
