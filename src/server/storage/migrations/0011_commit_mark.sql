-- What each writer's last group of changes left in its own transaction: whether a commit took effect whose answer got
-- lost is to be read here.
CREATE TABLE commit_mark (
    business_id BIGINT NOT NULL,
    writer_id BIGINT NOT NULL,
    group_number BIGINT NOT NULL,
    marked_at BIGINT NOT NULL,
    PRIMARY KEY (business_id, writer_id)
) /*clustered table*/;
