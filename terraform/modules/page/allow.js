// Runs in CloudFront before a request is answered, which knows ECMAScript 5.1 and little more. Terraform fills in the ranges.
const ranges = ${ranges};

function number(address) {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

function isIn(range, address) {
  const parts = range.split('/');
  const size = Math.pow(2, 32 - Number(parts[1]));
  return Math.floor(number(address) / size) === Math.floor(number(parts[0]) / size);
}

function handler(event) {
  if (ranges.some((range) => isIn(range, event.viewer.ip))) {
    return event.request;
  }
  return { statusCode: 403, statusDescription: 'Forbidden' };
}
