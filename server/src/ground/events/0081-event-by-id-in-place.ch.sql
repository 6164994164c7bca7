-- A step of its own: the copy above may run again after a crash, this one may not.
rename table event to event_0001, event_by_id to event;
