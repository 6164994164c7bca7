drop table if exists event_0001 settings max_table_size_to_drop = 0;
