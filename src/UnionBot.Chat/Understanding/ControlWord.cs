namespace UnionBot.Chat.Understanding;

/// <summary>Words that work everywhere, whatever is being talked about.</summary>
public enum ControlWord
{
    /// <summary>返回: one question back.</summary>
    Back,

    /// <summary>取消: leave what is being done.</summary>
    Cancel,

    /// <summary>菜单: what can be done here.</summary>
    Menu,

    /// <summary>人工: a person of the union.</summary>
    Human,

    /// <summary>更多: what did not fit into the last message.</summary>
    More,

    /// <summary>继续: go on with what was left.</summary>
    Continue,

    /// <summary>再说一遍: the last answer, or the open question.</summary>
    Again,

    /// <summary>说简单点, 没看懂, 太长了: the same in few and plain words.</summary>
    Simpler,

    /// <summary>谢谢, 好的: nothing more is wanted. While a dialog waits its step may take it as a yes.</summary>
    Thanks,
}
