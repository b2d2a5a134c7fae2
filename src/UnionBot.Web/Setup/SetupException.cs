namespace UnionBot.Web.Setup;

/// <summary>This machine or its settings do not allow what was asked; the message tells the operator in plain words.</summary>
internal class SetupException(string message, Exception? inner = null) : Exception(message, inner);
