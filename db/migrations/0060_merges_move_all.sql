grant update (customer_id) on payment_intents to dueline_staff;
--> statement-breakpoint
grant insert, delete on payment_intent_parts to dueline_staff;
