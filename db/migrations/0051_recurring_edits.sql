grant update (lines, every, starts_on, terms_days) on recurring_invoices to dueline_staff;
