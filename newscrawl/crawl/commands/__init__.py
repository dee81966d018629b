"""Scrapy commands of ours, named by COMMANDS_MODULE in the settings."""
