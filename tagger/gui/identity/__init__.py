"""Which photo a file is, in the window: files of one shot, copies, missing photos that are found again."""
