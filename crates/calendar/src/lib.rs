//! Civil dates, business days, holidays, windows, anniversaries and phrases of time.
